print str(1) + str(2.5) + str(True) + str(None) + str([1, "a"])
# expect: 12.5TrueNone[1, 'a']
print int("12") + 1, float("0.5") * 2
# expect: 13 1.0
