class A:
    def __init__(self):
        self.x = 1
    def __getattr__(self, name):
        return "no " + name
a = A()
print(a.x, a.other, a.thing)
# expect: 1 no other no thing
