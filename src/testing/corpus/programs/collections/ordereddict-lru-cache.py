from collections import OrderedDict


class Cache(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def fetch(self, key):
        if key not in self:
            return None
        self.move_to_end(key)
        return self[key]

    def put(self, key, value):
        self[key] = value
        if len(self) > self.size:
            self.popitem(last=False)


cache = Cache(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.fetch("a"))
cache.put("c", 3)
print(list(cache.items()), cache.fetch("b"))
# expect: 1
# expect: [('a', 1), ('c', 3)] None
