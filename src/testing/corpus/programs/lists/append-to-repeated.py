a = [0] * 3
a.append(1.5)
a.append("s")
print a
# expect: [0, 0, 0, 1.5, 's']
