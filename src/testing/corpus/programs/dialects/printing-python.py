print 0.1, 3.0, 1e-5, -2.5, [0.5, None]
# expect: 0.1 3.0 1e-05 -2.5 [0.5, None]
print True, False, None, 1 == 1, "x" + str(0.5)
# expect: True False None True x0.5
print 7, "text", "%.1f" % 0.5
# expect: 7 text 0.5
