def make(v):
    class Local:
        def __init__(self):
            self.v = v
        def get(self):
            return self.v + v
    return Local()
print(make(5).get())
# expect: 10
