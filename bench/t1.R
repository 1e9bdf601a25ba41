# Task T1 with R's survey: reads t1.csv of a folder, writes out.csv and seconds.txt beside it.
# usage: Rscript t1.R FOLDER svytable|svyby      (the seconds leave out reading and writing)
suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
form <- arguments[2]
data <- read.csv(file.path(folder, "t1.csv"))
banner <- c(gender = 2, age = 6, res = 3)
scales <- paste0("s", 1:9)
singles <- paste0("c", 1:5)
marks <- as.vector(t(outer(paste0("m", 1:4), 1:10, paste, sep = "_")))
for (name in scales) data[[name]] <- factor(data[[name]], 0:10)
for (name in singles) data[[name]] <- factor(data[[name]], 1:5)
for (name in marks) data[[name]] <- factor(data[[name]], 0:1)
for (name in names(banner)) data[[name]] <- factor(data[[name]], 0:(banner[[name]] - 1))
columns <- unlist(lapply(names(banner), function(b) paste0(b, 0:(banner[[b]] - 1))))
start <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~1, weights = ~w, data = data)
rows <- list()
for (name in c(scales, singles, marks)) {
  keep <- if (name %in% marks) 2 else seq_along(levels(data[[name]]))
  if (form == "svytable") {
    parts <- lapply(names(banner), function(b) {
      unclass(svytable(as.formula(paste0("~", name, "+", b)), design))[keep, , drop = FALSE]
    })
    table <- do.call(cbind, parts)
    rows[[name]] <- cbind(table, rowSums(parts[[1]]))
  } else {
    one <- as.formula(paste0("~", name))
    parts <- lapply(names(banner), function(b) {
      made <- svyby(one, as.formula(paste0("~", b)), design, svymean)
      k <- nlevels(data[[name]])
      list(t(as.matrix(made[, 1 + seq_len(k)]))[keep, , drop = FALSE],
           t(as.matrix(made[, 1 + k + seq_len(k)]))[keep, , drop = FALSE])
    })
    whole <- svymean(one, design)
    rows[[name]] <- cbind(do.call(cbind, lapply(parts, `[[`, 1)), coef(whole)[keep],
                          do.call(cbind, lapply(parts, `[[`, 2)), SE(whole)[keep])
  }
}
out <- do.call(rbind, rows)
writeLines(format(proc.time()[["elapsed"]] - start), file.path(folder, "seconds.txt"))
head <- c(columns, "total")
if (form == "svyby") head <- c(head, paste0("se_", head))
out <- as.data.frame(out, row.names = FALSE)
names(out) <- head
options(digits = 17)
write.csv(out, file.path(folder, "out.csv"), row.names = FALSE)
