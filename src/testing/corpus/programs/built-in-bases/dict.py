class Inventory(dict):
    def add(self, name, n=1):
        self[name] = self.get(name, 0) + n

    def total(self):
        return sum(self.values())


stock = Inventory()
stock.add("apples", 2)
stock.add("pears")
stock.add("apples")
print(stock, stock.total(), len(stock), sorted(stock), "pears" in stock, dict(stock) == stock)
for name, n in stock.items():
    print(name, n)
del stock["pears"]
print(stock, isinstance(stock, dict), Inventory(a=1), Inventory({"b": 2}), bool(Inventory()))
# expect: {'apples': 3, 'pears': 1} 4 2 ['apples', 'pears'] True True
# expect: apples 3
# expect: pears 1
# expect: {'apples': 3} True {'a': 1} {'b': 2} False
