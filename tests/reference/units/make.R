# Numbers for limits, shrinkage and the score test, from R's own functions. R 4.2.2: Rscript make.R
options(digits = 17)
# 1. limits: lower by qbinom/pbinom and Spiegelhalter's interpolation, upper by the complement
lower <- function(n, p, tail) {
  r <- qbinom(tail, n, p)
  a <- (pbinom(r, n, p) - tail) / (pbinom(r, n, p) - pbinom(r - 1, n, p))
  max((r - a) / n, 0)
}
rows <- expand.grid(n = c(9, 10, 13, 25, 62, 148, 1000), p = c(0.03, 0.2, 0.5, 0.802, 0.97),
                    level = c(0.95, 0.998))
rows$low <- mapply(function(n, p, l) lower(n, p, (1 - l) / 2), rows$n, rows$p, rows$level)
rows$high <- mapply(function(n, p, l) 1 - lower(n, 1 - p, (1 - l) / 2), rows$n, rows$p, rows$level)
write.csv(rows, "limits.csv", row.names = FALSE)
# 2. exact one-sided p of a count: binom.test
tests <- expand.grid(x = 0:13, n = 13, p = c(0.2, 0.8))
tests$less <- mapply(function(x, n, p) binom.test(x, n, p, "less")$p.value, tests$x, tests$n, tests$p)
tests$greater <- mapply(function(x, n, p) binom.test(x, n, p, "greater")$p.value, tests$x, tests$n, tests$p)
write.csv(tests, "exact.csv", row.names = FALSE)
# 3. shrinkage of shares: beta-binomial by Kleinman's moments; means: normal-normal by DerSimonian-Laird
x <- c(127, 97, 85, 51, 71, 65, 71, 53, 51, 54, 43, 41, 39, 32, 27, 30, 13, 10, 10, 8)
n <- c(148, 121, 104, 96, 88, 80, 74, 69, 63, 62, 54, 50, 47, 43, 40, 37, 13, 10, 11, 9)
m <- sum(x) / sum(n); k <- length(n); N <- sum(n); p <- x / n
Q <- sum(n * (p - m)^2)
tau2 <- max((Q - m * (1 - m) * (k - 1)) / (N - sum(n^2) / N - (k - 1)), 0)
M <- m * (1 - m) / tau2 - 1
error <- (tau2 * sum(n^2) / N + m * (1 - m) - tau2) / N
post <- (M * m + x) / (M + n)
v <- post * (1 - post) / (M + n + 1) + (M / (M + n))^2 * error
size <- post * (1 - post) / v - 1
shares <- data.frame(x, n, m, tau2, value = post, se = sqrt(v),
                     low = qbeta(0.025, post * size, (1 - post) * size),
                     high = qbeta(0.975, post * size, (1 - post) * size))
write.csv(shares, "shares.csv", row.names = FALSE)
y <- c(8.4, 8.1, 9.0, 7.2, 8.3, 8.8, 8.2, 7.9); n <- c(120, 90, 75, 60, 44, 30, 14, 9); s <- 1.5
w <- n / s^2; m <- sum(w * y) / sum(w); Q <- sum(w * (y - m)^2); k <- length(n)
tau2 <- max((Q - (k - 1)) / (sum(w) - sum(w^2) / sum(w)), 0)   # DerSimonian and Laird 1986
B <- tau2 / (tau2 + s^2 / n)
error <- sum((w / sum(w))^2 * (tau2 + s^2 / n))
v <- B * s^2 / n + (1 - B)^2 * error
means <- data.frame(y, n, s, m, tau2, value = (1 - B) * m + B * y, se = sqrt(v))
write.csv(means, "means.csv", row.names = FALSE)
# 4. the score test of two shares: prop.test without continuity correction
ab <- data.frame(x1 = c(13, 417, 5, 0, 30), n1 = c(33, 675, 40, 35, 30),
                 x2 = c(820, 423, 300, 90, 700), n2 = c(1490, 855, 1460, 900, 1000))
ab$p <- mapply(function(a, b, c, d) suppressWarnings(prop.test(c(a, c), c(b, d), correct = FALSE)$p.value),
               ab$x1, ab$n1, ab$x2, ab$n2)
ab$h <- 2 * asin(sqrt(ab$x1 / ab$n1)) - 2 * asin(sqrt(ab$x2 / ab$n2))
write.csv(ab, "score.csv", row.names = FALSE)
