from parallel import *
send(1, coreid()) # fault: message-to-self
