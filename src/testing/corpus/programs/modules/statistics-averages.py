import statistics
print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2, 3]), statistics.mean([1.5, 2.5]), statistics.fmean([1, 2]))
# expect: 2.5 2 2.0 1.5
print(statistics.harmonic_mean([2, 2]), round(statistics.geometric_mean([1, 4]), 4))
# expect: 2.0 2.0
