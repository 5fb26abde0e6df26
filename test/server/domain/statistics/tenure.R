# Writes tenure.json: what a funnel that is adjusted for tenure, and means of shares, must equal.
# Run: Rscript tenure.R > tenure.json (R with jsonlite; Debian: r-base-core, r-cran-jsonlite).
library(jsonlite)
set.seed(20261129)

people <- 40
weeks <- sample(0:140, people, TRUE)
n <- sample(60:900, people, TRUE)
usual <- plogis(-1.2 - 0.35 * log1p(weeks))

adjusted <- function(events) {
  fit <- glm(cbind(events, n - events) ~ log1p(weeks), family = binomial,
             control = glm.control(epsilon = 1e-14, maxit = 100))
  expected <- unname(fitted(fit))
  target <- sum(events) / sum(n)
  center <- asin(sqrt(target))
  v <- 1 / (4 * n)
  deviation <- asin(sqrt(events / n)) - asin(sqrt(expected))
  z <- deviation / sqrt(v)
  bounds <- quantile(z, c(0.1, 0.9))
  zw <- pmin(bounds[2], pmax(bounds[1], z))
  w <- 1 / v
  tau2 <- max(0, (sum(zw^2) - (length(z) - 1)) / (sum(w) - sum(w^2) / sum(w)))
  bounded <- function(a) sin(pmin(pi / 2, pmax(0, a)))^2
  limits <- function(p) {
    if (tau2 > 0) return(bounded(center + qnorm(p) * sqrt(v + tau2)))
    r <- qbinom(p, n, expected)
    share <- (pbinom(r, n, expected) - p) / (pbinom(r, n, expected) - pbinom(r - 1, n, expected))
    own <- pmin(1, pmax(0, (r - share) / n))
    bounded(center + asin(sqrt(own)) - asin(sqrt(expected)))
  }
  list(events = events, target = target, expected = expected, tau2 = tau2,
       p = 2 * pnorm(-abs(deviation) / sqrt(v + tau2)), rate = bounded(center + deviation),
       shrunk = bounded(center + if (tau2 > 0) tau2 / (tau2 + v) * deviation else 0 * v),
       low95 = limits(0.025), high95 = limits(0.975), low998 = limits(0.001), high998 = limits(0.999))
}

# Means of shares, with the interval of Student's t.
shares <- round(rbeta(57, 6, 4), 4)
mean <- t.test(shares)

cat(toJSON(list(weeks = weeks, n = n,
  # Chance alone, and people who differ.
  same = adjusted(rbinom(people, n, usual)),
  differ = adjusted(rbinom(people, n, plogis(qlogis(usual) + rnorm(people, 0, 0.5)))),
  shares = list(values = shares, mean = unname(mean$estimate), low = mean$conf.int[1],
    high = mean$conf.int[2])),
  digits = 12, auto_unbox = TRUE, pretty = FALSE))
