class A:
    def one(self):
        return 1
    def two(self):
        return self.one() + self.one()
print(A().two())
# expect: 2
