# A break in a finally ends the loop and the exception.
while True:
    try:
        raise ValueError("lost")
    finally:
        break
print("end")
for i in range(3):
    try:
        raise ValueError("lost")
    finally:
        continue
print("end", i)

# expect: end
# expect: end 2
