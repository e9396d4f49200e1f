# A remainder of nothing has the sign of the divisor; a quotient is rounded down by way of the remainder.
print(0.0 % -2.25, -4.0 % 2.0, 4.0 % -2.0)  # expect: -0.0 0.0 -0.0
print(0.0 // -2.25, -0.0 // 2.0, 1.0 // -4.0)  # expect: -0.0 -0.0 -1.0
inf = 1e38 * 10.0
print(5.0 // inf, -5.0 // inf, -5.0 % inf)  # expect: 0.0 -1.0 inf
print(1.0 // 0.1, 1.0 % 0.1)  # expect: 9.0 0.09999999
