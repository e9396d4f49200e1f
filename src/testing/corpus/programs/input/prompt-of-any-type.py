# stdin: 3
print input([1, "a"])
# expect: 3
