class A:
    total = 5
    def add(self):
        self.total += 1
a = A()
a.add()
print(a.total, A.total, A().total)
# expect: 6 5 5
