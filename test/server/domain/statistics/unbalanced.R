# Writes unbalanced.json: what differences in differences must equal where units are not measured in
# every period, and some started before the first one.
# Run: Rscript unbalanced.R > unbalanced.json (R with jsonlite; Debian: r-base-core, r-cran-jsonlite).
library(jsonlite)
set.seed(20261130)

units <- 24; periods <- 8
start <- c(rep(-2, 3), rep(3, 6), rep(5, 6), rep(NA, 9))
y <- outer(rnorm(units, 0.4, 0.05), rep(1, periods)) + matrix(rnorm(units * periods, 0, 0.03), units)
for (i in which(!is.na(start)))
  for (t in max(1, start[i] + 1):periods) y[i, t] <- y[i, t] + 0.05
y[matrix(runif(units * periods) < 0.2, units)] <- NA

# Each group against those that had not started yet, of the units that both periods have.
att <- function(g, t) {
  base <- if (t < g) t - 1 else g - 1
  if (base < 0) return(NULL)
  d <- y[, t + 1] - y[, base + 1]
  own <- which(start == g & !is.na(d))
  others <- which((is.na(start) | start > max(t, g)) & !is.na(d))
  if (length(own) == 0 || length(others) == 0) return(NULL)
  fit <- lm(d ~ own, data.frame(d = d[c(own, others)],
    own = rep(c(1, 0), c(length(own), length(others)))))
  inf <- numeric(units)
  inf[own] <- residuals(fit)[seq_along(own)] / length(own)
  inf[others] <- -residuals(fit)[-seq_along(own)] / length(others)
  list(value = unname(coef(fit)["own"]), size = length(own), inf = inf, own = own)
}
effects <- Filter(Negate(is.null), lapply((-4):4, function(since) {
  those <- Filter(Negate(is.null), lapply(c(3, 5), function(g) {
    t <- g + since
    if (t < 0 || t >= periods) NULL else att(g, t)
  }))
  if (length(those) == 0) return(NULL)
  size <- sapply(those, `[[`, "size")
  value <- weighted.mean(sapply(those, `[[`, "value"), size)
  inf <- Reduce(`+`, lapply(those, function(one) {
    more <- numeric(units); more[one$own] <- (one$value - value) / sum(size)
    one$inf * one$size / sum(size) + more
  }))
  list(since = since, value = value, se = sqrt(sum(inf^2)), n = sum(size))
}))

cat(toJSON(list(units = lapply(1:units, function(i) c(list(values = y[i, ]),
  if (is.na(start[i])) NULL else list(start = start[i]))), effects = effects),
  digits = 12, auto_unbox = TRUE, na = "null", pretty = FALSE))
