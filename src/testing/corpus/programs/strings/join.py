print ", ".join(["a", "b", "c"]), "".join(("x", "y")), "-".join("abc"), "[" + "-".join([]) + "]", "-".join(["a"])
# expect: a, b, c xy a-b-c [] a
print " ".join("the quick fox".split()), "é".join(["日", "本"])
# expect: the quick fox 日é本
