# Writes worth.json: what the estimates of server/domain/statistics must equal.
# Run: Rscript worth.R > worth.json (R with jsonlite, estimatr, pwr, survey; Debian: r-cran-jsonlite,
# r-cran-estimatr, r-cran-pwr, r-cran-survey).
library(jsonlite)
suppressMessages({ library(estimatr); library(pwr); library(survey) })
set.seed(20261129)

# Calls of reps, randomised within each rep.
reps <- 14
calls <- do.call(rbind, lapply(1:reps, function(rep) {
  n <- sample(20:90, 1)
  level <- rnorm(1, 0, 0.4)
  past <- plogis(-0.4 + level + rnorm(1, 0, 0.1))
  z <- rbinom(n, 1, 0.7)
  data.frame(rep = rep, z = z, past = past,
             y = rbinom(n, 1, plogis(-0.4 + level + (0.3 + rnorm(1, 0, 0.2)) * z)))
}))
arms <- lapply(1:reps, function(rep) {
  own <- calls[calls$rep == rep, ]
  list(past = own$past[1],
       shown = list(n = sum(own$z == 1), events = sum(own$y[own$z == 1])),
       heldOut = list(n = sum(own$z == 0), events = sum(own$y[own$z == 0])))
})
estimate <- function(fit) list(value = fit$coefficients[["z"]], se = fit$std.error[["z"]],
  df = fit$df[["z"]], low = fit$conf.low[["z"]], high = fit$conf.high[["z"]])
plain <- lm_robust(y ~ z, data = calls, clusters = rep, se_type = "CR2")
adjusted <- lm_lin(y ~ z, covariates = ~ past, data = calls, clusters = rep, se_type = "CR2")

# CUPED by its own definition: the outcome less what the past explains.
theta <- cov(calls$y, calls$past) / var(calls$past)
calls$cuped <- calls$y - theta * (calls$past - mean(calls$past))
cuped <- lm_robust(cuped ~ z, data = calls, clusters = rep, se_type = "CR2")

# Confidence sequence and e-value, from their formulas.
sequence <- lapply(list(c(0.06, 0.02, 900), c(0.06, 0.01, 20000), c(-0.02, 0.015, 4000)), function(one) {
  alpha <- 0.05
  rho2 <- (-2 * log(alpha) + log(-2 * log(alpha) + 1)) / 4000
  t <- one[3] * rho2
  reach <- one[2] * sqrt(2 * (t + 1) / t * log(sqrt(t + 1) / alpha))
  list(value = one[1], se = one[2], n = one[3], low = one[1] - reach, high = one[1] + reach,
       e = exp((one[1] / one[2])^2 * t / (2 * (1 + t))) / sqrt(1 + t))
})

# pwr finds h to four digits only; its power is exact.
detectable <- function(n1, n2) uniroot(
  function(h) pwr.2p2n.test(h = h, n1 = n1, n2 = n2)$power - 0.8, c(0.001, 3), tol = 1e-14)$root
sizes <- list(
  planning = pwr.2p.test(h = ES.h(0.48, 0.38), power = 0.8)$n,
  small = pwr.2p.test(h = ES.h(0.42, 0.40), power = 0.8)$n,
  detectable = list(
    list(from = 0.4, one = 200, other = 1800, h = detectable(200, 1800)),
    list(from = 0.38, one = 384, other = 384, h = detectable(384, 384))))

ratios <- lapply(list(c(1000, 9000, 0.1), c(1090, 8910, 0.1), c(60, 40, 0.5)), function(one)
  list(heldOut = one[1], shown = one[2], share = one[3],
       p = chisq.test(one[1:2], p = c(one[3], 1 - one[3]))$p.value))
same <- prop.test(c(80, 120), c(400, 500), correct = FALSE)$p.value

# Joined and not, without randomisation.
n <- 3000
seen <- data.frame(rep = sample(1:25, n, TRUE), inbound = rbinom(n, 1, 0.4), deal = rbinom(n, 1, 0.3))
seen$past <- plogis(-0.5 + sin(seen$rep))
seen$z <- rbinom(n, 1, plogis(-1.5 + 0.8 * seen$deal + 0.3 * seen$inbound + seen$past))
seen$y <- rbinom(n, 1, plogis(-0.5 + 0.9 * seen$deal + 0.3 * seen$z + seen$past))
model <- glm(z ~ inbound + deal + past, family = binomial, data = seen,
             control = glm.control(epsilon = 1e-14, maxit = 50))
e <- fitted(model)
seen$w <- ifelse(seen$z == 1, 1 - e, e)
fit <- svyglm(y ~ z, svydesign(ids = ~rep, weights = ~w, data = seen))
difference <- function(x, w) {
  spread <- sqrt((var(x[seen$z == 1]) + var(x[seen$z == 0])) / 2)
  (weighted.mean(x[seen$z == 1], w[seen$z == 1]) - weighted.mean(x[seen$z == 0], w[seen$z == 0])) / spread
}
cells <- aggregate(cbind(n = 1, events = y) ~ rep + z + inbound + deal + past, data = transform(seen, n = 1), FUN = sum)
counts <- aggregate(y ~ rep + z + inbound + deal + past, data = seen, FUN = length)
overlap <- list(
  cells = lapply(seq_len(nrow(counts)), function(i) list(
    cluster = paste0("rep-", counts$rep[i]), isTreated = counts$z[i] == 1,
    covariates = c(counts$inbound[i], counts$deal[i], counts$past[i]),
    n = counts$y[i],
    events = sum(seen$y[seen$rep == counts$rep[i] & seen$z == counts$z[i] &
      seen$inbound == counts$inbound[i] & seen$deal == counts$deal[i]]))),
  value = coef(fit)[["z"]], se = SE(fit)[["z"]],
  before = sapply(c("inbound", "deal", "past"), function(x) difference(seen[[x]], rep(1, n)), USE.NAMES = FALSE),
  after = sapply(c("inbound", "deal", "past"), function(x) difference(seen[[x]], seen$w), USE.NAMES = FALSE),
  propensity = unname(e[1:5]))

eValues <- lapply(c(1.5, 0.6, 3.9), function(rr) {
  r <- max(rr, 1 / rr)
  list(ratio = rr, e = r + sqrt(r * (r - 1)))
})

# Staggered starts, by hand: each group against those not started yet, universal weights by size.
teams <- 18; weeks <- 10
start <- c(rep(4, 5), rep(6, 5), rep(NA, 8))
y <- outer(rnorm(teams, 0.4, 0.05), rep(1, weeks)) + matrix(rnorm(teams * weeks, 0, 0.02), teams) +
  outer(rep(1, teams), (1:weeks) * 0.003)
for (i in which(!is.na(start))) y[i, (start[i] + 1):weeks] <- y[i, (start[i] + 1):weeks] + 0.06
attgt <- function(g, t) { # periods from 0
  base <- if (t < g) t - 1 else g - 1
  if (base < 0) return(NULL)
  d <- y[, t + 1] - y[, base + 1]
  own <- which(start == g); others <- which(is.na(start) | start > max(t, g))
  inf <- numeric(teams)
  inf[own] <- (d[own] - mean(d[own])) / length(own)
  inf[others] <- -(d[others] - mean(d[others])) / length(others)
  list(value = mean(d[own]) - mean(d[others]), size = length(own), inf = inf, own = own)
}
staggered <- Filter(Negate(is.null), lapply((-5):5, function(since) {
  those <- Filter(Negate(is.null), lapply(c(4, 6), function(g) {
    t <- g + since
    if (t < 0 || t >= weeks) NULL else attgt(g, t)
  }))
  if (length(those) == 0) return(NULL)
  size <- sapply(those, `[[`, "size"); value <- sum(sapply(those, `[[`, "value") * size) / sum(size)
  inf <- Reduce(`+`, lapply(those, function(one) {
    more <- numeric(teams); more[one$own] <- (one$value - value) / sum(size)
    one$inf * one$size / sum(size) + more
  }))
  list(since = since, value = value, se = sqrt(sum(inf^2)), n = sum(size))
}))

cat(toJSON(list(
  arms = arms, plain = estimate(plain), adjusted = estimate(adjusted), cuped = estimate(cuped),
  theta = theta, sequence = sequence, sizes = sizes, ratios = ratios, same = same,
  overlap = overlap, eValues = eValues,
  staggered = list(units = lapply(1:teams, function(i) c(list(values = y[i, ]),
    if (is.na(start[i])) NULL else list(start = start[i]))), effects = staggered)),
  digits = 12, auto_unbox = TRUE, pretty = FALSE))
