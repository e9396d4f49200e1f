n = -400
print round(5.0, n), round(1234, -2), round(2.675, 1)
# expect: 0.0 1200 2.7
