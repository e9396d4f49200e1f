def f():
    yield 1


f().send(2)  # fault: sent-too-early
