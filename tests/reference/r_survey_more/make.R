# Makes expected.csv, scd.csv and replicates_*.csv of this folder. R 4.2.2, survey 4.1-1.
# Rscript make.R, in this folder. Inputs beside: ../r_survey/apistrat.csv, apiclus1.csv.
suppressMessages(library(survey))
out <- data.frame()
put <- function(case, stat, value) out <<- rbind(out, data.frame(case = case, stat = stat,
  value = format(as.numeric(value), digits = 15)))
strat <- read.csv("../r_survey/apistrat.csv"); clus <- read.csv("../r_survey/apiclus1.csv")
ready <- function(d) {
  d$a <- as.numeric(d$awards == "Yes"); d$b <- as.numeric(d$comp.imp == "Yes")
  d$e <- as.numeric(d$stype == "E"); d
}
strat <- ready(strat); clus <- ready(clus)
districts <- sort(unique(as.character(clus$dnum)))
clus$third <- (match(as.character(clus$dnum), districts) - 1) %/% 5
clus$whole <- c(20, 30, 40)[clus$third + 1]
designs <- list(
  W = svydesign(id = ~1, weights = ~pw, data = strat),
  S = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = strat),
  SF = svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat),
  C = svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clus),
  SC = svydesign(id = ~dnum, strata = ~third, weights = ~pw, data = clus),
  SCF = svydesign(id = ~dnum, strata = ~third, weights = ~pw, fpc = ~whole, data = clus))

for (case in names(designs)) {
  d <- designs[[case]]
  put(case, "degf", degf(d))
  m <- svymean(~api00 + a, d)
  put(case, "mean_api00", coef(m)[1]); put(case, "se_api00", SE(m)[1])
  put(case, "share_a", coef(m)[2]); put(case, "se_share_a", SE(m)[2])
  # two codes of one multiple question
  k <- svycontrast(svymean(~a + b, d), c(1, -1))
  put(case, "multiple_difference", coef(k)); put(case, "multiple_se", SE(k))
  # two codes of one single choice
  k <- svycontrast(svymean(~stype, d), c(1, -1, 0))
  put(case, "single_difference", coef(k)); put(case, "single_se", SE(k))
  # two items of a grid, everybody answering both
  k <- svycontrast(svymean(~ell + meals, d), c(1, -1))
  put(case, "items_difference", coef(k)); put(case, "items_se", SE(k))
  # the same share in two overlapping filters
  d <- update(d, ea = e * a, eb = e * b)
  k <- svycontrast(svytotal(~ea + a + eb + b, d), quote(ea / a - eb / b))
  put(case, "filters_difference", coef(k)); put(case, "filters_se", SE(k))
  q <- svyquantile(~api00, d, c(.25, .5, .75), ci = TRUE)
  for (i in 1:3) {
    p <- c("25", "50", "75")[i]
    put(case, paste0("q", p), q[[1]][i, 1]); put(case, paste0("q", p, "_low"), q[[1]][i, 2])
    put(case, paste0("q", p, "_high"), q[[1]][i, 3])
  }
}

# a stratum with one interview only
options(survey.lonely.psu = "adjust")
some <- strat[strat$stype != "H" | seq_len(nrow(strat)) == which(strat$stype == "H")[1], ]
d <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = some)
m <- svymean(~api00 + a, d)
put("LONELY", "se_api00", SE(m)[1]); put("LONELY", "se_share_a", SE(m)[2])
options(survey.lonely.psu = "fail")

# replicate weights: columns of weights as a data owner would give them
weights_of <- function(d) weights(d, "analysis")
told <- function(case, d) {
  m <- svymean(~api00 + a, d); k <- svycontrast(svymean(~a + b, d), c(1, -1))
  put(case, "se_api00", SE(m)[1]); put(case, "se_share_a", SE(m)[2])
  put(case, "multiple_se", SE(k)); put(case, "scale", d$scale); put(case, "degf", degf(d))
  h <- svymean(~api00, subset(d, stype == "H")); put(case, "se_api00_H", SE(h))
}
kept <- function(name, d) write.csv(format(as.data.frame(weights_of(d)), digits = 12),
  paste0("replicates_", name, ".csv"), row.names = FALSE, quote = FALSE)
plain <- svydesign(id = ~dnum, weights = ~pw, data = clus)
set.seed(20261122)
jk1 <- as.svrepdesign(plain, type = "JK1"); told("JK1", jk1); kept("jk1", jk1)
boot <- as.svrepdesign(plain, type = "bootstrap", replicates = 40); kept("bootstrap", boot)
given <- svrepdesign(weights = clus$pw, repweights = weights_of(boot), data = clus,
  type = "bootstrap", combined.weights = TRUE)
told("BOOTSTRAP", given)
jkn <- as.svrepdesign(designs$SC, type = "JKn"); told("JKN", jkn); kept("jkn", jkn)
put("JKN", "rscales_sum", sum(jkn$rscales))
sdr <- weights_of(jk1)[, 1:12]
for (i in 1:12) sdr[, i] <- clus$pw * (1 + ((match(as.character(clus$dnum), districts) * i) %% 7 - 3) / 10)
sdrd <- suppressWarnings(svrepdesign(weights = clus$pw, repweights = sdr, data = clus,
  type = "successive-difference", combined.weights = TRUE))
told("SDR", sdrd)
write.csv(format(as.data.frame(sdr), digits = 12), "replicates_sdr.csv", row.names = FALSE, quote = FALSE)
# two PSUs a stratum: the data set scd of the package
data(scd)
scd$w <- 1; scd$half <- as.numeric(scd$arrests > 100)
write.csv(scd, "scd.csv", row.names = FALSE, quote = FALSE)
pairs <- svydesign(data = scd, prob = ~1, id = ~ambulance, strata = ~ESA, nest = TRUE)
for (kind in c("BRR", "Fay")) {
  d <- if (kind == "BRR") as.svrepdesign(pairs, type = "BRR")
    else as.svrepdesign(pairs, type = "Fay", fay.rho = 0.3)
  m <- svymean(~alive + half, d); r <- svyratio(~alive, ~arrests, d)
  put(toupper(kind), "se_alive", SE(m)[1]); put(toupper(kind), "se_half", SE(m)[2])
  put(toupper(kind), "ratio", coef(r)); put(toupper(kind), "se_ratio", SE(r))
  put(toupper(kind), "scale", d$scale); put(toupper(kind), "degf", degf(d))
  kept(tolower(kind), d)
}
write.csv(out, "expected.csv", row.names = FALSE, quote = FALSE)
