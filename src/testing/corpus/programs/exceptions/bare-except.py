# A bare except takes everything.
for n in range(3):
    try:
        if n == 0:
            [][0]
        elif n == 1:
            raise KeyboardInterrupt
        print("fine", n)
    except:
        print("caught", n)

# expect: caught 0
# expect: caught 1
# expect: fine 2
