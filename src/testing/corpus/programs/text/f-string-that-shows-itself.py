x = 3
print(f"{x=} {x + 1 = } {x=:>4} {'a'=} {x=!s}")
# expect: x=3 x + 1 = 4 x=   3 'a'='a' x=3
