print("hello world".title(), "they're bill's".title(), "ab1cd ef".title(), "ÉCOLE".title())
# expect: Hello World They'Re Bill'S Ab1Cd Ef École
print("Hello World".istitle(), "Hello world".istitle(), "HEllo".istitle(), "".istitle(), "A1B".istitle())
# expect: True False False False True
