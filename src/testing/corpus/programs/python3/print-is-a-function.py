print("a", "b", sep="-", end="!\n", flush=True) # expect: a-b!
x = print("c") # expect: c
print(x) # expect: None
print("d") if x is None else print("e") # expect: d
y = [print(i, end=";") for i in range(2)]
print() # expect: 0;1;
show = print
show(1, 2) # expect: 1 2
