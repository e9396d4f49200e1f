a = 5
print "big" if a > 3 else "small", 1 if a < 3 else 2 if a < 4 else 3
# expect: big 3
a = a if a < 3 else a * 2
print a
# expect: 10
b = [1 if a > 5 else 0, "x" if not a else "y"]
print b
# expect: [1, 'y']
