# cores: 2
from parallel import *
class Account:
    def __init__(self, balance):
        self.balance = balance
    def add(self, amount):
        self.balance += amount
        return self.balance
if coreid() == 0:
    account = Account(10)
    send([account.add, account], 1)
else:
    add, account = recv(0)
    add(5)
    print(add(1), account.balance)
    # expect 1: 16 16
