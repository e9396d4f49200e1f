import statistics
print(statistics.stdev([1, 2, 3]), statistics.variance([1, 2, 3]), statistics.pvariance([1, 2, 3, 6]))
# expect: 1.0 1 3.5
print(statistics.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), round(statistics.variance([1, 2, 4, 5]), 4))
# expect: 2.0 3.3333
