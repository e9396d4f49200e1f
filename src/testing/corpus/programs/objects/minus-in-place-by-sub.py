class Money:
    def __init__(self, cents):
        self.cents = cents
    def __sub__(self, other):
        return Money(self.cents - other.cents)
    def __repr__(self):
        return f"Money({self.cents})"
purse = Money(500)
before = purse
purse -= Money(120)
print(purse, before)
# expect: Money(380) Money(500)
