import operator
from operator import itemgetter

print(sorted([("b", 1), ("a", 2)], key=itemgetter(1), reverse=True))
print(itemgetter(0, 2)("xyz"), operator.itemgetter("k")({"k": 5}))
print(operator.add(5, 3), operator.sub(5, 3), operator.truediv(1, 2), operator.contains([1, 2], 2), operator.not_(0))
ops = {"+": operator.add, "*": operator.mul}
print([ops[sign](6, 7) for sign in "+*"])
# expect: [('a', 2), ('b', 1)]
# expect: ('x', 'z') 5
# expect: 8 2 0.5 True True
# expect: [13, 42]
