class History(list):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def append(self, x):
        super().append(x)
        if len(self) > self.limit:
            del self[0]


class Named(list):
    def __init__(self, name):
        self.name = name


history = History(2)
for k in range(4):
    history.append(k)
named = Named("n")
named.extend([2, 1])
named.sort()
print(history, history.limit, named, named.name)
# expect: [2, 3] 2 [1, 2] n
