# cores: 2
from parallel import *
class Money:
    def __init__(self, amount):
        self.amount = amount
    def __add__(self, other):
        return Money(self.amount + other.amount)
try:
    reduce(Money(3), "sum")
except ParallelError as error:
    print(error)
# expect 0: reduce() cannot use this data: it is an object
# expect 1: reduce() cannot use this data: it is an object
