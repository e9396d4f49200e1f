x = 3
y = 2.5
name = "Ada"
print f"{x} {y:5.2f} {name!r} {{}}"
# expect: 3  2.50 'Ada' {}
print f"{x + 1} {x * y} {name + '!'} {[x, name]}"
# expect: 4 7.5 Ada! [3, 'Ada']
print f"{x}{y}" f"{name}" " end"
# expect: 32.5Ada end
print f"plain", f"", f'{x}', F"{x}"
# expect: plain  3 3
print f"{x == 3} {x != 3} {None} {x if y > 2 else name}"
# expect: True False None 3
print f"{name[0]} {name[1:]} {[1, 2, 3][1]} {len(name)}"
# expect: A da 2 3
print f"{ x }|{x,}|{(x, y)[1]}"
# expect: 3|(3,)|2.5
print f"""{x}
{name}"""
# expect: 3
# expect: Ada
print f"tab\t{x}\n", rf"\t{x}"
# expect: tab	3
# expect:  \t3
