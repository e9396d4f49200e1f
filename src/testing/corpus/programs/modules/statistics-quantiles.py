import statistics
print(statistics.quantiles([1, 2, 3, 4, 5]), statistics.quantiles([1, 2, 3, 4, 5], n=4, method="inclusive"))
# expect: [1.5, 3.0, 4.5] [2.0, 3.0, 4.0]
print(statistics.correlation([1, 2, 3], [2, 4, 6]), statistics.covariance([1, 2, 3], [1, 5, 9]))
# expect: 1.0 4.0
