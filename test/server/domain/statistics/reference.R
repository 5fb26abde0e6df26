# Writes reference.json: what the statistics of server/domain/statistics must equal.
# Run: Rscript reference.R > reference.json (R with jsonlite and metafor; Debian: r-cran-jsonlite,
# r-cran-metafor).
library(jsonlite)
suppressMessages(library(metafor))
set.seed(20261128)

proportions <- list(c(0, 12), c(1, 7), c(38, 100), c(384, 1000), c(9, 9), c(15, 1000000))
intervals <- lapply(proportions, function(one) {
  wilson <- prop.test(one[1], one[2], correct = FALSE)$conf.int
  exact <- binom.test(one[1], one[2])$conf.int
  exact998 <- binom.test(one[1], one[2], conf.level = 0.998)$conf.int
  list(events = one[1], n = one[2], wilson = wilson[1:2], exact = exact[1:2], exact998 = exact998[1:2])
})

pChart <- function(n, events, prime) {
  center <- sum(events) / sum(n)
  deviation <- sqrt(center * (1 - center) / n)
  z <- (events / n - center) / deviation
  spread <- if (prime) mean(abs(diff(z))) / 1.128 else 1
  list(n = n, events = events, center = center, spread = spread,
       low = pmax(0, center - 3 * deviation * spread), high = pmin(1, center + 3 * deviation * spread))
}
smallN <- sample(40:160, 26, TRUE)
largeN <- sample(9000:16000, 52, TRUE)
charts <- list(
  small = pChart(smallN, rbinom(26, smallN, 0.06), FALSE),
  large = pChart(largeN, rbinom(52, largeN, plogis(qlogis(0.015) + rnorm(52, 0, 0.25))), TRUE))

exactLimit <- function(target, n, p) {
  r <- qbinom(p, n, target)
  share <- (pbinom(r, n, target) - p) / (pbinom(r, n, target) - pbinom(r - 1, n, target))
  min(1, max(0, (r - share) / n))
}
limits <- lapply(list(c(0.015, 80), c(0.015, 2400), c(0.4, 35), c(0.4, 700)), function(one) {
  list(target = one[1], n = one[2],
       at = sapply(c(0.025, 0.975, 0.001, 0.999), function(p) exactLimit(one[1], one[2], p)))
})

n <- sample(60:900, 40, TRUE)
events <- rbinom(40, n, plogis(qlogis(0.12) + rnorm(40, 0, 0.5)))
y <- asin(sqrt(events / n)); v <- 1 / (4 * n)
fit <- rma(yi = y, vi = v, method = "DL")
target <- sum(events) / sum(n)
deviation <- y - asin(sqrt(target))
z <- deviation / sqrt(v)
bounds <- quantile(z, c(0.1, 0.9))
zw <- pmin(bounds[2], pmax(bounds[1], z))
w <- 1 / v
tau2 <- max(0, (sum(zw^2) - (length(z) - 1)) / (sum(w) - sum(w^2) / sum(w)))
p <- 2 * pnorm(-abs(deviation) / sqrt(v + tau2))
angle <- asin(sqrt(target))
reach <- outer(sqrt(v + tau2), qnorm(c(0.975, 0.999)))
bounded <- function(a) sin(pmin(pi / 2, pmax(0, a)))^2
funnels <- list(
  n = n, events = events, target = target, winsorised = zw, tau2 = tau2, p = p,
  adjusted = p.adjust(p, "BH"),
  low95 = bounded(angle - reach[, 1]), high95 = bounded(angle + reach[, 1]),
  low998 = bounded(angle - reach[, 2]), high998 = bounded(angle + reach[, 2]),
  shrunk = sin(angle + tau2 / (tau2 + v) * deviation)^2,
  # Without Winsorising, around the mean weighted by precision, the moment estimator is DerSimonian and Laird's.
  dl = list(scores = (y - sum(w * y) / sum(w)) / sqrt(v), weights = w, tau2 = fit$tau2))

cat(toJSON(list(intervals = intervals, charts = charts, limits = limits, funnel = funnels,
  quantiles = list(normal = qnorm(0.975), t = qt(0.975, 10), beta = qbeta(0.975, 3, 8))),
  digits = 12, auto_unbox = TRUE, pretty = TRUE))
