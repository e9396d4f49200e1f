total = 1
Total = 2
print total, Total
# expect: 1 2
