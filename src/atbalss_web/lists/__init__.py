"""lists: contact lists, call logs and answers from elsewhere"""
