from functools import cached_property
import functools
class Data:
    def __init__(self, values):
        self.values = values
    @cached_property
    def total(self):
        print("adding")
        return sum(self.values)
    @functools.cached_property
    def first(self):
        return self.values[0]
data = Data([1, 2, 3])
print(data.total, data.total, data.first)
data.values.append(4)
print(data.total)
del data.total
print(data.total)
data.total = 0
print(data.total)
# expect: adding
# expect: 6 6 1
# expect: 6
# expect: adding
# expect: 10
# expect: 0
