# What built-in functions say.
two = "ab"
def show(n):
    try:
        if n == 0: len(5)
        if n == 1: abs("a")
        if n == 2: ord(two)
        if n == 3: ord(5)
        if n == 4: chr("a")
        if n == 5: chr(-1)
        if n == 6: max([])
        if n == 7: min([])
        if n == 8: max([1, "a"])
        if n == 9: sorted([3, "b"])
        if n == 10: sum(5)
        if n == 11: sum([1, "a"])
        if n == 12: ",".join(["a", 1])
        if n == 13: "abc".index("z")
        if n == 14: [1, 2].index(5)
        if n == 15: [1, 2].remove(5)
        if n == 16: list(5)
        if n == 17: range(1, 5, 0)
        if n == 18: range(1.5)
        if n == 19: "a,b".split("")
        if n == 20: round("a")
        print("fine", n)
    except Exception as e:
        print(n, type(e).__name__, e)

for n in range(22):
    show(n)

# expect: 0 TypeError object of type 'int' has no len()
# expect: 1 TypeError bad operand type for abs(): 'str'
# expect: 2 TypeError ord() expected a character, but string of length 2 found
# expect: 3 TypeError ord() expected string of length 1, but int found
# expect: 4 TypeError 'str' object cannot be interpreted as an integer
# expect: 5 ValueError chr() arg not in range(0x110000)
# expect: 6 ValueError max() arg is an empty sequence
# expect: 7 ValueError min() arg is an empty sequence
# expect: 8 TypeError '>' not supported between instances of 'str' and 'int'
# expect: 9 TypeError '<' not supported between instances of 'str' and 'int'
# expect: 10 TypeError 'int' object is not iterable
# expect: 11 TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 12 TypeError sequence item 1: expected str instance, int found
# expect: 13 ValueError substring not found
# expect: 14 ValueError 5 is not in list
# expect: 15 ValueError list.remove(x): x not in list
# expect: 16 TypeError 'int' object is not iterable
# expect: 17 ValueError range() arg 3 must not be zero
# expect: 18 TypeError 'float' object cannot be interpreted as an integer
# expect: 19 ValueError empty separator
# expect: 20 TypeError type str doesn't define __round__ method
# expect: fine 21
