# cores: 3
from parallel import *
class Settings:
    def __init__(self):
        self.steps = 10
        self.names = {"a": [1]}
    def half(self):
        return self.steps // 2
s = bcast(Settings() if coreid() == 0 else None, 0)
s.names["a"].append(coreid())
print(s.half(), s.names)
# expect 0: 5 {'a': [1, 0]}
# expect 1: 5 {'a': [1, 1]}
# expect 2: 5 {'a': [1, 2]}
