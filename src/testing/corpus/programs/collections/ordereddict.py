from collections import OrderedDict

cache = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
cache.move_to_end("a")
print(cache, list(cache))
cache.move_to_end("c", last=False)
print(list(cache.items()), cache.popitem(), cache.popitem(last=False), cache)
print(OrderedDict(), cache == {"b": 2}, isinstance(cache, dict))
# expect: OrderedDict([('b', 2), ('c', 3), ('a', 1)]) ['b', 'c', 'a']
# expect: [('c', 3), ('b', 2), ('a', 1)] ('a', 1) ('c', 3) OrderedDict([('b', 2)])
# expect: OrderedDict() True True
