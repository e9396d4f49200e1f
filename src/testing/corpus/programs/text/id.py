a = [1]
b = a
c = [1]
print(id(a) == id(b), id(a) == id(c), id(5) == id(5))
# expect: True False True
