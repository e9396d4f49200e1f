a = 10
a += 5
a -= 3
a *= 4
print a
# expect: 48
a /= 5
print a
# expect: 9
a %= 4
a **= 5
print a
# expect: 1
a //= 2
print a
# expect: 0
