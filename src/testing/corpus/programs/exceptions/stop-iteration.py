# Names of exceptions that a program raises itself.
for kind in [StopIteration, NotImplementedError, EOFError, ImportError, OSError, FileNotFoundError, KeyboardInterrupt, UserWarning, ArithmeticError, MemoryError]:
    try:
        raise kind("text")
    except BaseException as e:
        print(type(e).__name__, e, isinstance(e, Exception))

# expect: StopIteration text True
# expect: NotImplementedError text True
# expect: EOFError text True
# expect: ImportError text True
# expect: OSError text True
# expect: FileNotFoundError text True
# expect: KeyboardInterrupt text False
# expect: UserWarning text True
# expect: ArithmeticError text True
# expect: MemoryError text True
