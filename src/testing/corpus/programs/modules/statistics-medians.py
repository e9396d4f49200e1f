from statistics import median, median_high, median_low
print(median([3, 1, 2]), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]))
# expect: 2 2.5 2 3
