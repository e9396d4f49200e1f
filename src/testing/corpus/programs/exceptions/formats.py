# What the formatting of text says.
def show(n):
    try:
        if n == 0: print("%d" % "a")
        if n == 1: print("%d %d" % 1)
        if n == 2: print("%d" % (1, 2))
        if n == 3: print("%z" % 1)
        if n == 4: print("%" % 1)
        if n == 5: print(f"{'a':d}")
    except (TypeError, ValueError) as e:
        print(n, type(e).__name__, e)

for n in range(6):
    show(n)

# expect: 0 TypeError %d format: a real number is required, not str
# expect: 1 TypeError not enough arguments for format string
# expect: 2 TypeError not all arguments converted during string formatting
# expect: 3 ValueError unsupported format character 'z' (0x7a) at index 1
# expect: 4 ValueError incomplete format
# expect: 5 ValueError Unknown format code 'd' for object of type 'str'
