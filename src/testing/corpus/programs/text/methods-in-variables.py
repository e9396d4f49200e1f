f = str.title
changes = {"up": str.upper, "down": str.lower}
print(f("a b"), changes["up"]("x"), [g("aB") for g in (str.swapcase, len)])
# expect: A B X ['Ab', 2]
print(str.upper, list.append, len)
# expect: <method 'upper' of 'str' objects> <method 'append' of 'list' objects> <built-in function len>
