from collections import Counter

stock = Counter(apples=2)
stock.update(["apples", "pears"])
stock.update({"pears": 4})
stock.subtract(apples=1)
stock["plums"] += 3
del stock["pears"]
print(stock, stock.total(), list(stock.elements()))
copy = stock.copy()
copy.clear()
print(type(copy).__name__, copy, len(stock))
# expect: Counter({'plums': 3, 'apples': 2}) 5 ['apples', 'apples', 'plums', 'plums', 'plums']
# expect: Counter Counter() 2
