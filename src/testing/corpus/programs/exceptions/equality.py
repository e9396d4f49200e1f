# Exceptions are equal only to themselves.
a = ValueError("x")
b = ValueError("x")
print(a == a, a == b, a != b, a is a, a is b, a in [b], a in [b, a])
print(bool(a), not a)

# expect: True False True True False False True
# expect: True False
