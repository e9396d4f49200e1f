print round(0.125, 2), round(0.375, 2), round(2.5, 0), round(-0.5, 0), round(0.5, 0), round(1.25, 1)
# expect: 0.12 0.38 2.0 -0.0 0.0 1.2
print round(2.675, 2), round(25, -1), round(35, -1), round(1234.5, -2), round(-2.5), round(7, 3)
# expect: 2.67 20 40 1200.0 -2 7
