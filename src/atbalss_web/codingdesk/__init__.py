"""codingdesk"""
