class A:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v < other.v
a, b = A(1), A(2)
print(a < b, b < a, a > b, b > a)
if a < b:
    print("less")
while b < a:
    print("never")
# expect: True False False True
# expect: less
