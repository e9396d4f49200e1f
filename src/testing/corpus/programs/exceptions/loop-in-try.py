# A loop inside a try: its break does not run the finally.
try:
    for i in range(5):
        if i == 2:
            break
        print(i)
    print("after loop")
finally:
    print("finally")

# expect: 0
# expect: 1
# expect: after loop
# expect: finally
